import "../laterParts.css";

export { Announcement } from "./Announcement";
export { RunView } from "./RunView";
export { SettingsFields } from "./SettingsFields";
