/** What a page that came drawn says where its script does not come. */
export const englishScriptless = {
  scriptFailed: {
    failed: 'The page’s script could not be loaded.',
    kept: 'Reload to write and fold; what you typed is kept.',
    unkept: 'Reload to write and fold, but copy what you typed first: this browser could not keep it.',
    bare: 'Reload to try again.',
  },
  reload: 'Reload',
}
