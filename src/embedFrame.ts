import { takeHanded } from './embed/frame/frameAddress.ts'
import { showFramedDiscussion } from './embed/frame/framedDiscussion.ts'

showFramedDiscussion(takeHanded())
