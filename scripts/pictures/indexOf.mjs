/** The page that lists all pictures, each in the theme that the reader's own page has. */
export function indexOf(pictures) {
  const parts = pictures.map(
    ({ name, title }) => `## ${title}

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${name}-dark.webp">
  <img alt="${title}" src="${name}-light.webp">
</picture>
`,
  );
  return `# Pictures

Every stage in every phase that the demo has, and the other pages. Made by \`node scripts/pictures.mjs\` from a running demo (\`npm run demo -- --no-autoplay\`); not to be edited by hand.

${parts.join('\n')}`;
}
