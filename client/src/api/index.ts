export { type CallInput, call } from './call.ts';
export {
  askWhoIsSignedIn,
  queryClient,
  useAddMember,
  useDemoSignIn,
  useMe,
  useMembers,
  useSetProfile,
  useSignInOptions,
} from './queries.ts';
