import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** What the files of a folder may import beside each other: other folders, and packages, of which `node:*` is all of Node. */
export type Allowance = { folders: readonly string[]; packages: readonly string[] }

export type House = {
  /** By folder under `src`, or by file right in it. A folder that is not named may not be. */
  allowances: Readonly<Record<string, Allowance>>
  /** Packages that only some files of a folder may import, by pattern of their paths. */
  exceptions: readonly { files: RegExp; packages: readonly string[] }[]
  /** Files that may import by a path that is computed. */
  loaders: readonly string[]
  /** Files that may import whatever they like. */
  roots: readonly string[]
}

const LINE_LIMIT = 250

/** What the rules of the house say against a file of `src`, one sentence for each offence. `path` begins below `src`. */
export function checkSource(path: string, text: string, house: House): string[] {
  const lines = text.trimEnd().split('\n').length
  const found = lines > LINE_LIMIT ? [`has ${lines} lines, more than ${LINE_LIMIT}`] : []
  const allowance = house.allowances[folderOf(path)]
  const root = house.roots.includes(path)
  if (allowance === undefined && !root) found.push('stands in a folder that the table does not name')
  if (!/\.tsx?$/.test(path)) return found
  const { imports, offences } = readSource(path, text, house.loaders.includes(path))
  if (allowance === undefined || root) return [...found, ...offences]
  const packages = [allowance, ...house.exceptions.filter(({ files }) => files.test(path))].flatMap(
    (source) => source.packages,
  )
  const foreign = imports.flatMap((specifier) => checkImport(path, specifier, allowance.folders, packages))
  return [...found, ...offences, ...foreign]
}

function readSource(
  path: string,
  text: string,
  isLoader: boolean,
): { imports: string[]; offences: string[] } {
  const { program, module, errors } = parseSync(path, text)
  const offences = errors.map(({ message }) => `cannot be parsed: ${message}`)
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  const isReexport = ({ type, ...node }: (typeof program.body)[number]) =>
    type === 'ExportAllDeclaration' ||
    (type === 'ExportNamedDeclaration' && 'source' in node && node.source !== null)
  if (program.body.length > 0 && program.body.every(isReexport))
    offences.push('only re-exports what others export')
  if (module.staticExports.some(({ entries }) => entries.some(({ exportName }) => isDefault(exportName)))) {
    offences.push('has a default export')
  }
  new Visitor({
    TSEnumDeclaration: () => void offences.push('declares an enum'),
    TSImportType: ({ source }) => void imports.push(source.value),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') imports.push(source.value)
      else if (!isLoader) offences.push('imports a path that is computed')
    },
    JSXIdentifier: ({ name }) => checkHtml(name, offences),
    Identifier: ({ name }) => checkHtml(name, offences),
    Literal: ({ value }) => checkHtml(value, offences),
  }).visit(program)
  return { imports, offences }
}

function isDefault({ kind, name }: { kind: string; name: string | null }): boolean {
  return kind === 'Default' || name === 'default'
}

function checkHtml(name: unknown, offences: string[]): void {
  const ways = ['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe']
  if (ways.some((way) => way === name)) offences.push(`writes HTML by ${String(name)}`)
}

function checkImport(
  path: string,
  specifier: string,
  folders: readonly string[],
  packages: readonly string[],
): string[] {
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier)
    return packages.includes(name) ? [] : [`imports the package ${name}`]
  }
  const target = posix.join(posix.dirname(path), specifier)
  if (target.startsWith('..')) return [`imports ${specifier}, which is outside src`]
  if (!/\.(tsx?|css)(\?\w+)?$/.test(specifier)) return [`imports ${specifier} without its extension`]
  const folder = folderOf(target)
  return [folderOf(path), ...folders].includes(folder) ? [] : [`imports ${specifier}, which is ${folder}'s`]
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? path
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*'
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
