export const DENSITIES = ['comfortable', 'compact'] as const
export const SIZES = ['small', 'medium', 'large', 'larger'] as const

export type Density = (typeof DENSITIES)[number]
export type TextSize = (typeof SIZES)[number]

/** How a reader wants a discussion shown; `density` is `null` as long as none was chosen. */
export type Reading = { density: Density | null; size: TextSize }

/** The name under which a device keeps it, as words of which styles know each (`tokens.css`). */
export const READING = 'reading'

/** What means nothing is what was not chosen. */
export function readReading(text: string | null): Reading {
  const chosen = text?.split(' ') ?? []
  return {
    density: DENSITIES.find((each) => chosen.includes(each)) ?? null,
    size: SIZES.find((each) => chosen.includes(each)) ?? 'medium',
  }
}

/** `null` where it is as it is without any choice. */
export function writeReading({ density, size }: Reading): string | null {
  const chosen = [...(density === null ? [] : [density]), ...(size === 'medium' ? [] : [size])]
  return chosen.length === 0 ? null : chosen.join(' ')
}
