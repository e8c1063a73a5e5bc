import { hash } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import env from '#start/env'

/** Nobody waits longer for a service elsewhere; without its answer the other rules decide. */
const PATIENCE_MS = 3000
const PREFIX = 5
const MAX_BYTES = 256 * 1024

/** Favourites of ten characters and more that the rules about rows of keys and decorations let pass. */
const favourites = new Set(
  `123456789a 123456789q 1234567891 12345678910 0123456789 0987654321 1234512345 123123123123 123321123321 147258369
  1472583690 159753456 1234554321 112233445566 11223344556677 1122334455 1020304050 987654321a a123456789 aa123456789
  abc123456789 abcd123456 abcd1234567 abc1234567 abc123abc123 qwerty12345 qwerty123456 qwerty1234567 qwerty123456789
  qwerty1234 qwerty12345678 qwertyuiop1 qwertyuiop123 qwer123456 qwer1234qwer qweasdzxc123 qweasdzxc1 qwe123qwe123
  q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qazxsw23edc 1qaz1qaz1qaz zaq12wsxcde3
  zaq1zaq1zaq1 zxcvbnm123 zxcvbnm1234 asdfghjkl1 asdfghjkl123 asdf1234asdf asd123456789 asdasd123123 aaa123456789
  iloveyou12 iloveyou123 iloveyou1234 iloveyou2000 iloveyouso iloveyouall iloveyoubaby iloveyoumore iloveyou4ever
  ilovegod123 ilovejesus ilovemyself ilovemyfamily ilovechocolate ilovemusic1 loveyou123 loveme1234 mylove1234
  michael123 michelle123 jordan123456 jessica123 jennifer123 charlie123 samantha123 christopher elizabeth1 alexander1
  alexander123 alexandra1 stephanie1 stephanie123 christian1 christina1 katherine1 victoria123 isabella123 benjamin123
  liverpool1 liverpoolfc liverpool123 manchester manchester1 barcelona1 barcelona123 realmadrid realmadrid1 chelsea123
  arsenal123 juventus123 basketball basketball1 basketball123 volleyball volleyball1 skateboard skateboard1 hockey1234
  spongebob1 spongebob123 butterfly1 butterfly123 strawberry strawberry1 chocolate1 chocolate123 watermelon pineapple1
  cheesecake sweetheart sweetheart1 friendship friends4ever bestfriend bestfriends bestfriends1 blackberry pokemon123
  startrek123 starwars123 starwars1977 battlefield minecraft1 minecraft123 counterstrike warcraft123 callofduty1
  playstation playstation3 computer123 internet123 samsung123 samsung1234 whatever123 trustno1trustno1 letmein1234
  superman123 batman12345 spiderman1 spiderman123 dragonball dragonball1 dragonballz sunshine123 princess123 princess12
  babygirl123 babygirl12 hellokitty hellokitty1 hello12345 hello123456 helloworld helloworld1 welcome1234 welcome2024
  correcthorsebatterystaple mypassword mypassword1 mypassword123 thisismypassword passw0rd1234 p@ssw0rd1234 admin12345
  admin123456 administrator1 rootroot123 toor123456 test123456 test1234567 testtest123 guest12345 user123456
  america123 canada1234 germany123 australia1 california california1 newyork123 london1234 paris12345 mercedes123
  december12 september1 november11 summer2023 summer2024 summer2025 winter2023 winter2024 winter2025 spring2024
  spring2025 autumn2024 autumn2025 blink182182 metallica1 metallica123 slipknot666 nirvana123 evanescence linkinpark
  linkinpark1 mychemicalromance jesus12345 jesuschrist jesusislord godisgood1 godisgreat blessed123 faithhopelove`.split(
    /\s+/
  )
)

/** Names only the first five characters of the hash: the service learns neither the password nor all of its hash. */
async function isListed(password: string, service: string): Promise<boolean> {
  const sum = hash('sha1', password, 'hex').toUpperCase()
  const response = await fetch(new URL(`range/${sum.slice(0, PREFIX)}`, `${service.replace(/\/+$/, '')}/`), {
    headers: { 'add-padding': 'true', 'user-agent': 'agentops' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!response.ok) throw new Error(`the list of leaked passwords answered ${response.status}`)
  const text = (await response.text()).slice(0, MAX_BYTES)
  const rest = sum.slice(PREFIX)
  // Lines that only pad the answer count zero.
  return text
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${rest}:`) && Number(line.slice(rest.length + 1)) > 0)
}

/**
 * Whether a password is in lists of leaked ones: a short list of our own and, where the operator has named one, a
 * service with the range API of Have I Been Pwned. A service that does not answer refuses nobody.
 */
export async function isLeaked(password: string): Promise<boolean> {
  if (favourites.has(password.toLowerCase())) return true
  const service = env.get('LEAKED_PASSWORDS_URL')
  if (!service) return false
  return isListed(password, service).catch((error) => {
    logger.warn({ err: error }, 'the list of leaked passwords could not be asked')
    return false
  })
}

export const leaked =
  'This password has leaked somewhere and is in the lists that guessers use. Take another one, also where you used it.'
