import type { englishFrame } from './englishFrame.ts'

export const spanishFrame: typeof englishFrame = {
  alone: 'Esta página muestra comentarios dentro de otra página, y nada por sí sola.',
  unnamedPage: 'Estos comentarios no se pueden mostrar: su dirección no dice en qué página están.',
}
