using System;

namespace Motcua
{
    /// <summary>How an agency counts terms and tells where dossiers stand.</summary>
    public sealed class Policy : IDisposable
    {
        private readonly PolicyHandle handle;

        private Policy(PolicyHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>A policy from the fields "policy" and "standing" of requests in JSON.</summary>
        public static Policy FromJson(string json)
        {
            Marshalling.CheckAbi();
            byte[] bytes = Marshalling.Bytes(json, "json");
            PolicyHandle handle;
            Marshalling.Check(NativeMethods.motcua_policy_new_from_json(
                bytes, Marshalling.Length(bytes), out handle));
            return new Policy(handle);
        }

        internal static PolicyHandle HandleOf(Policy policy)
        {
            return policy == null ? PolicyHandle.OneStop : policy.handle;
        }

        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
