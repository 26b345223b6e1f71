import { useMemo } from 'react'
import { foldCalledName } from '../../../domain/names.ts'
import { writeJson } from '../../../domain/writeJson.ts'
import { useAmbient } from '../../ambient.tsx'
import type { DeviceStorage } from '../../parts/deviceStorage.ts'
import { useStored } from '../../parts/useStored.ts'

/** The writers whom a reader has muted, as their names were written, by what their spellings have in common. */
export type Mutes = ReadonlyMap<string, string>

const STORED_AS = 'muted'

/** Whether that writer is muted; a name of nothing that is seen never is. */
export function isMuted(mutes: Mutes, name: string): boolean {
  return mutes.size > 0 && mutes.has(foldCalledName(name))
}

/** Whether it is a name that can be muted, and not the reader's own. */
export function canMute(device: DeviceStorage, name: string): boolean {
  const folded = foldCalledName(name)
  return folded !== '' && folded !== foldCalledName(device.read('name') ?? '')
}

/** Whom the reader has muted on this device, in this tab or another. A change is made to what is stored by then. */
export function useMutes(): {
  mutes: Mutes
  mute: (name: string) => void
  unmute: (name: string) => void
} {
  const { device } = useAmbient()
  const [stored, store] = useStored(device, STORED_AS)
  const mutes = useMemo(() => parseMutes(stored), [stored])
  const change = (act: (names: Map<string, string>) => void) => {
    const names = new Map(parseMutes(device.read(STORED_AS)))
    act(names)
    store(names.size === 0 ? null : writeJson([...names.values()]))
  }
  return {
    mutes,
    mute: (name) => change((names) => names.set(foldCalledName(name), name)),
    unmute: (name) => change((names) => names.delete(foldCalledName(name))),
  }
}

/** What is stored that is no list of names counts as none. */
function parseMutes(text: string | null): Mutes {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    const names = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
    return new Map(
      names.map((name) => [foldCalledName(name), name] as const).filter(([folded]) => folded !== ''),
    )
  } catch {
    return new Map()
  }
}
