import { LinkedText } from './LinkedText.tsx'
import styles from './CommentBody.module.css'

/** A text as it was written: paragraphs, line breaks and addresses. All of it is text; none of it is markup. */
export function PlainText({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    <p key={`${index}`} dir="auto" className={styles.paragraph}>
      <LinkedText text={paragraph} />
    </p>
  ))
}
