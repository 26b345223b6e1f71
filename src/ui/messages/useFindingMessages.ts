import { useMessages } from '../ambient.tsx'
import { englishFinding, type FindingMessages } from './englishFinding.ts'

/** The texts of what is loaded for finding one's way. */
export function useFindingMessages(): FindingMessages {
  return useMessages().finding ?? englishFinding
}
