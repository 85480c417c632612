import {
  Button,
  Field,
  FluentProvider,
  Image,
  makeStyles,
  Textarea,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { createRoot } from "react-dom/client";

/*
 * The peer of the bundle bench: a pane of the size and with the parts of Microsoft's React template (a header with a
 * picture, a list with icons, a text field and a button under a Fluent provider), written anew with today's versions.
 */
const useStyles = makeStyles({
  root: { minHeight: "100vh" },
  header: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "30px 0 100px",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: { listStyleType: "none", padding: "20px" },
  item: { display: "flex", gap: "10px", paddingBottom: "20px", fontSize: tokens.fontSizeBase300 },
  form: { display: "flex", flexDirection: "column", alignItems: "center", gap: "20px" },
});

const items = [
  { icon: <Ribbon24Regular />, text: "Achieve more with Office integration" },
  { icon: <LockOpen24Regular />, text: "Unlock features and functionality" },
  { icon: <DesignIdeas24Regular />, text: "Create and visualize like a pro" },
];

function Pane({ insert }: { insert: (text: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState("Some text.");
  return (
    <div className={styles.root}>
      <section className={styles.header}>
        <Image width="90" height="90" src="assets/perf-80.png" alt="" />
        <h1>Welcome</h1>
      </section>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.text} className={styles.item}>
            {item.icon}
            <span>{item.text}</span>
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <Field size="large" label="Enter text to be inserted into the document.">
          <Textarea size="large" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button appearance="primary" size="large" onClick={() => insert(text)}>
          Insert text
        </Button>
      </div>
    </div>
  );
}

const container = document.getElementById("container");
if (container) {
  createRoot(container).render(
    <FluentProvider theme={webLightTheme}>
      <Pane insert={(text) => Office.context.document.setSelectedDataAsync(text)} />
    </FluentProvider>,
  );
}
