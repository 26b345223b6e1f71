import { showFramedDiscussion } from './embed/frame/framedDiscussion.ts'

showFramedDiscussion(new URL(location.href))
