/** Of a value that names nothing to be fetched. */
const VALUE = /^(?!.*(?:url|image|image-set|src|var|env|attr)\()[a-z0-9#().,%/*+ -]{1,200}$/i
const FAMILIES = /^[^;{}()<>@\\]{1,400}$/
const SCHEME = /^[a-z]{1,20}(?: [a-z]{1,20}){0,2}$/

/** What `theme="inherit"` takes from the page around, and what may stand there. */
const INHERITED = {
  color: VALUE,
  'background-color': VALUE,
  'color-scheme': SCHEME,
  'font-family': FAMILIES,
  'font-size': /^\d{1,3}(?:\.\d+)?px$/,
} as const

/** What a page says of any discussion in its style sheets. */
const CHOSEN = {
  '--soundoff-accent': VALUE,
  '--soundoff-text': VALUE,
  '--soundoff-surface': VALUE,
  '--soundoff-line': VALUE,
  '--soundoff-radius': VALUE,
  '--soundoff-space': VALUE,
  '--soundoff-font': FAMILIES,
} as const

const PATTERNS = { ...INHERITED, ...CHOSEN }

export type LookProperty = keyof typeof PATTERNS

/** Properties of CSS with their values, as a frame inherits nothing; what the page says nothing of is missing. */
export type Look = Readonly<Partial<Record<LookProperty, string>>>

export const INHERITED_PROPERTIES = namesOf(INHERITED)
export const LOOK_PROPERTIES = namesOf(PATTERNS)

export function isLookValue(name: LookProperty, value: unknown): value is string {
  return typeof value === 'string' && PATTERNS[name].test(value)
}

export function isLook(value: unknown): value is Look {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([name, each]) => isLookProperty(name) && isLookValue(name, each))
}

function isLookProperty(name: string): name is LookProperty {
  return Object.hasOwn(PATTERNS, name)
}

function namesOf<Name extends string>(patterns: Readonly<Record<Name, RegExp>>): readonly Name[] {
  return Object.keys(patterns) as Name[]
}
