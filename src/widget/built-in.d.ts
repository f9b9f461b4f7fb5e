/** Put into the script when it is built: `src/cli/build-embed.ts`. */
declare const FINGERPOST_LANGUAGES: import("#widget/widget-words.ts").WidgetLanguages;
declare const FINGERPOST_STYLES: string;
