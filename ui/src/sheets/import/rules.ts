/** The rules a person fills in, as the text of a rules file. The format is documented with the importer. */

export interface PathRule {
  method: string;
  path: string;
  service: string;
  region: string;
  project: string;
  ignore: boolean;
}

/** Fields of a record that a column can hold; the first two are what every record needs. */
export const fields = ["time", "status", "service", "region", "project", "id", "count", "path", "method"] as const;
export type FieldName = (typeof fields)[number];

/** Fields of a record of attendance; each has a usual name, and needs a column only when it is called otherwise. */
export const attendanceFields = ["application", "joined", "left", "seconds", "time", "id", "user", "class", "type"] as const;
export type AttendanceField = (typeof attendanceFields)[number];

export type Way = "last" | "paths" | "one" | "columns" | "attendance" | "renamed" | "file";

/** Ways to tell which call is what; of attendance, which names its application itself. */
export const waysOfCalls: readonly Way[] = ["last", "paths", "one", "columns", "file"];
export const waysOfAttendance: readonly Way[] = ["last", "attendance", "renamed", "file"];

export interface Draft {
  way: Way;
  paths: PathRule[];
  columns: Record<FieldName, string>;
  /** Columns of attendance that are not called as usual. */
  renamed: Record<AttendanceField, string>;
  /** Of attendance that names no application. */
  application: string;
  /** For requests without a column or rule of their own. */
  service: string;
  region: string;
  project: string;
  file: string;
}

export function emptyRule(): PathRule {
  return { method: "", path: "", service: "", region: "", project: "", ignore: false };
}

/** What an OCR gateway usually logs: one path per service, one region, health checks aside. */
export function firstDraft(way: Way): Draft {
  const call = { ...emptyRule(), method: "POST", region: "ap-southeast-1" };
  return {
    way,
    paths: [
      { ...call, path: "/v2/*/ocr/passport", service: "passport-ocr" },
      { ...call, path: "/v2/*/ocr/id-card", service: "id-card-ocr" },
      { ...emptyRule(), path: "/healthz", ignore: true },
    ],
    columns: { time: "time", status: "status", service: "", region: "", project: "", id: "", count: "", path: "", method: "" },
    renamed: { application: "", joined: "", left: "", seconds: "", time: "", id: "", user: "", class: "", type: "" },
    application: "",
    service: "",
    region: "",
    project: "",
    file: "",
  };
}

/** What keeps the draft from being read, as a key; nothing when it is ready. */
export function lacks(draft: Draft): string | undefined {
  switch (draft.way) {
    case "last":
    case "attendance":
    case "renamed":
      return undefined;
    case "file":
      return draft.file.trim() === "" ? "rules-lack-file" : undefined;
    case "one":
      return draft.service.trim() === "" || draft.region.trim() === "" ? "rules-lack-service" : undefined;
    case "columns":
      return draft.columns.time.trim() === "" ? "rules-lack-time" : undefined;
    case "paths": {
      const filled = draft.paths.filter((rule) => rule.path.trim() !== "");
      if (filled.length === 0) return "rules-lack-path";
      return filled.some((rule) => !rule.ignore && (rule.service.trim() === "" || rule.region.trim() === "")) ? "rules-lack-service" : undefined;
    }
  }
}

/** The draft as TOML; a rules file is the same thing with comments. */
export function asText(draft: Draft): string {
  switch (draft.way) {
    case "paths":
      return draft.paths.filter((rule) => rule.path.trim() !== "").map(ruleText).join("\n");
    case "columns": {
      const columns = fields.filter((field) => draft.columns[field].trim() !== "").map((field) => line(field, draft.columns[field]));
      return ["[columns]", ...columns, "", ...defaults(draft)].join("\n");
    }
    case "one":
      return defaults(draft).join("\n");
    case "renamed": {
      const columns = attendanceFields.filter((field) => draft.renamed[field].trim() !== "").map((field) => line(field, draft.renamed[field]));
      const named = optional("application", draft.application);
      return [...(columns.length > 0 ? ["[columns]", ...columns, ""] : []), ...(named.length > 0 ? ["[defaults]", ...named, ""] : [])].join("\n");
    }
    default:
      return "";
  }
}

function ruleText(rule: PathRule): string {
  const which = rule.ignore ? ["ignore = true"] : [line("service", rule.service), line("region", rule.region), ...optional("project", rule.project)];
  return ["[[rule]]", ...optional("method", rule.method), line("path", rule.path), ...which, ""].join("\n");
}

function defaults(draft: Draft): string[] {
  const given = [...optional("service", draft.service), ...optional("region", draft.region), ...optional("project", draft.project)];
  return given.length > 0 ? ["[defaults]", ...given, ""] : [];
}

function optional(name: string, value: string): string[] {
  return value.trim() === "" ? [] : [line(name, value)];
}

/** A TOML basic string escapes what a JSON string escapes. */
function line(name: string, value: string): string {
  return `${name} = ${JSON.stringify(value.trim())}`;
}
