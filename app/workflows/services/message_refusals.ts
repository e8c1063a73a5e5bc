/** Why a message was not taken, for people. */
export const messageRefusals = {
  finished: 'The workflow has ended, so nobody would hear it. Run it again, or write a new task.',
  too_many: 'This workflow has been told 50 things already. Cancel it and put what matters into a new task.',
}
