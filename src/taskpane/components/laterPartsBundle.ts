export { RunView } from "./RunView";
export { SettingsFields } from "./SettingsFields";
