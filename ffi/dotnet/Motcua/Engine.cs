namespace Motcua
{
    /// <summary>What belongs to no calendar.</summary>
    public static class Engine
    {
        /// <summary>The version of the native library.</summary>
        public static string Version
        {
            get { return Marshalling.Fixed(NativeMethods.motcua_version()); }
        }

        /// <summary>Answers a request in JSON on the built-in calendar.</summary>
        public static string AnswerJson(string request)
        {
            return AnswerUtf8(Marshalling.Bytes(request, "request"));
        }

        /// <summary>The same for a request that is in UTF-8 already.</summary>
        public static string AnswerUtf8(byte[] request)
        {
            if (request == null)
            {
                throw new System.ArgumentNullException("request");
            }
            Marshalling.CheckAbi();
            StringHandle answer;
            int status = NativeMethods.motcua_answer_json(request, Marshalling.Length(request), out answer);
            return Marshalling.Taken(status, answer);
        }
    }
}
