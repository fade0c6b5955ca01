import { mount } from "svelte";
import App from "./App.svelte";
import { speak } from "./messages/say";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";

await speak([localStorage.getItem("tollbook.language") ?? "", ...navigator.languages]);
mount(App, { target: document.body });
