import type { Problem } from '../../api/problem.ts'
import { useMessages } from '../ambient.tsx'
import { DocumentTitle } from '../parts/DocumentTitle.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import styles from './ArticleView.module.css'

/** In place of an article that could not be loaded: try again, or, where there is none, go elsewhere. */
export function ArticleFailure({ problem, onTryAgain }: { problem: Problem; onTryAgain: () => void }) {
  const messages = useMessages()
  if (problem.code !== 'not-found') {
    return <ProblemNotice text={messages.articleFailed(messages.explain(problem))} onTryAgain={onTryAgain} />
  }
  return (
    <>
      <DocumentTitle title={messages.articleMissing} />
      <h1 className={styles.title}>{messages.articleMissing}</h1>
      <ProblemNotice text={messages.explain(problem)}>
        <a href="?">{messages.goToStart}</a>
      </ProblemNotice>
    </>
  )
}
