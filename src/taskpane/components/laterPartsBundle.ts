import "../laterParts.css";
import "../rankingParts.css";
import "../settling/settling.css";

export { Announcement } from "./Announcement";
export { OpenedRankings } from "./OpenedRankings";
export { RunView } from "./RunView";
export { SettingsFields } from "./SettingsFields";
