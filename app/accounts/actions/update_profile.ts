import User from '#accounts/models/user'

export default class UpdateProfile {
  async execute({ userId, fullName }: { userId: string; fullName: string }) {
    const user = await User.findOrFail(userId)
    await user.merge({ fullName }).save()
  }
}
