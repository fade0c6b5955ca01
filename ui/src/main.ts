/** The outline is painted first; a frame later the window itself is read. */
import "./styles/tokens.css";
import "./styles/outline.css";

const read = () => void import("./start");
// Out of sight no frame is drawn, and none would come.
if (document.hidden) read();
else requestAnimationFrame(read);
