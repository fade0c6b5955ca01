/** The outline is painted first; a frame later the window itself is read. */
import "./styles/tokens.css";
import "./styles/outline.css";

requestAnimationFrame(() => void import("./start"));
