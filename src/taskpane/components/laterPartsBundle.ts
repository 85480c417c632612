import "../laterParts.css";
import "../settling/settling.css";

export { Announcement } from "./Announcement";
export { RunView } from "./RunView";
export { SettingsFields } from "./SettingsFields";
