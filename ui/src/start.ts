/** The window itself: all its code and styles, read once the outline of index.html can be seen. */
import { mount } from "svelte";
import App from "./App.svelte";
import { preferences } from "./state/preferences.svelte";
import "./styles/base.css";
import "./styles/picking.css";
import "./styles/print.css";

await preferences.speak();
mount(App, { target: document.body });
