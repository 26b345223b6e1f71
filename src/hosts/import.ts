import { takeFiles } from './node/takeFiles.ts'
import { importFile } from './transfer/importFile.ts'

await takeFiles(
  'Usage: npm run import -- [--replace] FILE…, where each FILE was written by "npm run export".',
  importFile,
)
