/**
 * Folders of src and what each may import, as zones of `import/no-restricted-paths`: a folder may
 * import itself and what is named for it, and no other file of src.
 * @param {Record<string, string[]>} layers
 */
exports.layerZones = layers =>
  Object.entries(layers).map(([folder, below]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...below].map(name => `./${name}`),
    message: `src/${folder}/ may import ${
      below.length > 0
        ? below.map(name => `${name}/`).join(', ')
        : 'itself only'
    }.`,
  }));
