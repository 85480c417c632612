import webpack from "webpack";
import { buildSettings, workbench } from "../../../webpack.config.js";

/**
 * Builds the workbench and the pane's page into a folder, in development mode and without source maps. Webpack's
 * own cache makes the second build quick.
 */
export async function buildWorkbench(folder: string): Promise<void> {
  const config = workbench(buildSettings({ mode: "development", environment: {} }));
  const compiler = webpack({ ...config, output: { ...config.output, path: folder } });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      // Closing writes the cache.
      compiler.close((closeError) => {
        const failed = error ?? closeError;
        if (failed) reject(failed);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
  });
}
