import { seedFile } from './node/seedFiles.ts'
import { takeFiles } from './node/takeFiles.ts'

await takeFiles('Usage: npm run seed -- [--replace] FILE…, where each FILE is a transcript.', seedFile)
