/** What the build tells its worker. Paths are relative to the worker, and so to the page. */
export type WorkerSettings = {
  /** Changes with any file that is named here. */
  build: string
  /** What every page needs, kept from the start; `''` is the page itself. */
  shell: readonly string[]
  /** Further files, kept once they were read. */
  files: readonly string[]
  /** The page without an article, which draws any. */
  bare: string
  /** The base of a real backend's contract; `null` where the backend is in the browser, behind MSW. */
  backend: string | null
  /** The header that every answer of a backend carries (`ANSWER_HEADER`). */
  answerHeader: string
}

declare global {
  interface ImportMetaEnv {
    /** Put in when the worker is built. */
    readonly WORKER: WorkerSettings
  }
}
