import { mount } from "svelte";
import App from "./App.svelte";
import { preferences } from "./state/preferences.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";

await preferences.speak();
mount(App, { target: document.body });
