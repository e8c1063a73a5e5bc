import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Fields whose name in the code is not what a person calls them. */
const names = {
  fullName: 'full name',
  url: 'git URL',
  projectId: 'project',
  defaultBranch: 'branch to work on',
  testCommand: 'test command',
  installCommand: 'install command',
  formToken: 'form token',
  perPage: 'number of rows per page',
}

const messages = {
  required: 'Enter the {{ field }}.',
  string: 'The {{ field }} has to be text.',
  number: 'The {{ field }} has to be a number.',
  boolean: 'The {{ field }} has to be true or false.',
  uuid: 'The {{ field }} is not an id that exists here.',
  enum: 'The {{ field }} is none of: {{ choices }}.',
  min: 'The {{ field }} has to be at least {{ min }}.',
  max: 'The {{ field }} has to be at most {{ max }}.',
  withoutDecimals: 'The {{ field }} has to be a whole number.',
  minLength: 'The {{ field }} is too short: use at least {{ min }} characters.',
  maxLength: 'The {{ field }} is too long: use at most {{ max }} characters.',
  storable: 'The {{ field }} holds a NUL character, which cannot be stored. Take it out.',
  branch: 'Git does not take this as the name of a branch.',
  email: 'This is no email address. Write it like name@example.org.',
  'array.minLength': 'Choose at least {{ min }} of the {{ field }}.',
  'fullName.required': 'Enter your full name.',
  'email.required': 'Enter your email address.',
  'email.database.unique': 'An account with this email exists already. Sign in with it, or use another.',
  'password.required': 'Enter a password.',
  'task.required': 'Write what should be different afterwards.',
  'name.required': 'Enter a name.',
  'url.required': 'Enter the address of the repository.',
}

/** What is wrong with a field, in words for the person who filled it in; programs have its name and rule beside. */
vine.messagesProvider = new SimpleMessagesProvider(messages, names)

const { asNumber } = vine.helpers
/** A field may hold an object with a `toString` of its own, which is no function: what is no number is none. */
vine.helpers.asNumber = (value: unknown) => (typeof value === 'object' ? Number.NaN : asNumber(value))
