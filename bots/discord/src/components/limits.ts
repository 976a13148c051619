/** What Discord takes, in characters and counts. */
export const limits = {
  /** Of all texts of a message together, markup included. */
  allText: 4000,
  /** Undocumented: above about ten thousand Discord fails on its own side. */
  allBytes: 9500,
  title: 256,
  paragraph: 3000,
  /** Of a picture, for whoever does not see it. */
  description: 1024,
  fieldLabel: 200,
  footerLines: 10,
  /** With five buttons in each, and all texts, no more than the 40 components of a message. */
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  choices: 25,
  choice: 100,
  inputValue: 4000,
} as const
