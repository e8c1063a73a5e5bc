/** What an operator has switched on for some teams before all have it. */
export abstract class Flags {
  /** A flag that nobody has made is off. */
  abstract isOn(name: string, teamId: string): Promise<boolean>
}
