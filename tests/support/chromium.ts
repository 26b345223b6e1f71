import { existsSync } from 'node:fs'
import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** A Chromium that can be started, with what it needs in its environment, and whether its sandbox can be used. */
type Chromium = { path: string; environment: Record<string, string>; sandbox: boolean }

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const UNPACKED = join(import.meta.dirname, '../../node_modules/.cache/soundoff-chromium')

/** Starts a browser without a window; the page server's set-up has seen to it that there is one. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const { path, environment, sandbox } = await findChromium()
  return chromium.launch({
    executablePath: path,
    args: [...QUIET, ...flags],
    chromiumSandbox: sandbox,
    env: { ...process.env, ...environment },
  })
}

/**
 * The browser for the tests: the one that `CHROME_PATH` names; else an installed Chrome, Chromium or Edge; else, on Linux
 * on x64, the one that comes with the npm packages, which is unpacked once. `SOUNDOFF_TEST_BROWSER=npm` asks for that one.
 */
export async function findChromium(): Promise<Chromium> {
  const sandbox = process.getuid?.() !== 0
  const named = process.env['CHROME_PATH']
  if (named) {
    if (existsSync(named)) return { path: named, environment: {}, sandbox }
    throw new Error(`CHROME_PATH names "${named}", where there is nothing.`)
  }
  const installed =
    process.env['SOUNDOFF_TEST_BROWSER'] === 'npm' ? undefined : usualPlaces().find(existsSync)
  if (installed !== undefined) return { path: installed, environment: {}, sandbox }
  if (process.platform === 'linux' && process.arch === 'x64') return findUnpacked()
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge: install one, or name its program in CHROME_PATH.',
  )
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app/Contents/MacOS`, name),
      ),
    )
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
      [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((program) => join(process.env[name] ?? '', program)),
    )
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The package's browser was made for a system that lacks the usual libraries and fonts, so it brings its own. */
async function findUnpacked(): Promise<Chromium> {
  if (!existsSync(UNPACKED)) await unpack()
  await nameFonts()
  return {
    path: join(UNPACKED, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(UNPACKED, 'al2023/lib'),
      FONTCONFIG_PATH: join(UNPACKED, 'fonts'),
    },
    sandbox: false,
  }
}

/**
 * The package's own list of folders has its fonts only where it usually runs, and without a font the browser ends. Written
 * only where it changes, as a browser may be starting with it.
 */
async function nameFonts(): Promise<void> {
  const path = join(UNPACKED, 'fonts/fonts.conf')
  const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(UNPACKED, 'fonts/fonts')}</dir>
  <cachedir>${join(UNPACKED, 'fonts/cache')}</cachedir>
</fontconfig>
`
  if ((await readFile(path, 'utf8')) !== fonts) await writeFile(path, fonts)
}

/** Unpacks it beside its place and then moves it there, so that what is there is whole. */
async function unpack(): Promise<void> {
  const { default: packed } = await import('@sparticuz/chromium')
  const parent = join(UNPACKED, '..')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'unpacking-'))
  // The package unpacks into the folder for temporary files, and its libraries only where it sees this runtime.
  const before = {
    TMPDIR: process.env['TMPDIR'],
    AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'],
  }
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  try {
    await packed.executablePath()
    await rename(folder, UNPACKED)
  } finally {
    await rm(folder, { recursive: true, force: true })
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
