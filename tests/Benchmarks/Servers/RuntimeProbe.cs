using System.Net.Sockets;
using System.Runtime;
using System.Runtime.InteropServices;

/// <summary>.NET calls this before <c>Main</c> of a process whose DOTNET_STARTUP_HOOKS names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => KediriLapor.Benchmarks.Servers.RuntimeProbe.ServeIfAsked();
}

namespace KediriLapor.Benchmarks.Servers
{
    /// <summary>Asks another process what its runtime has done since its start; the process itself needs no code for it.</summary>
    internal sealed class RuntimeProbe(string socketPath)
    {
        public const string Setting = "KEDIRILAPOR_BENCH_PROBE";

        /// <param name="AllocatedBytes">By all threads, background work included.</param>
        /// <param name="CompiledMethods">A method counts again each time it is optimised.</param>
        public readonly record struct Reading(long AllocatedBytes, long CompiledMethods);

        public Reading Read()
        {
            using var socket = NewSocket();
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            Span<Reading> answer = stackalloc Reading[1];
            socket.Receive(MemoryMarshal.AsBytes(answer));
            return answer[0];
        }

        public static void ServeIfAsked()
        {
            if (Environment.GetEnvironmentVariable(Setting) is { } socketPath)
            {
                new Thread(() => Serve(socketPath)) { IsBackground = true, Name = "runtime probe" }.Start();
            }
        }

        private static void Serve(string socketPath)
        {
            using var listener = NewSocket();
            listener.Bind(new UnixDomainSocketEndPoint(socketPath));
            listener.Listen();
            Span<Reading> answer = stackalloc Reading[1];
            while (true)
            {
                using var caller = listener.Accept();
                answer[0] = new Reading(GC.GetTotalAllocatedBytes(), JitInfo.GetCompiledMethodCount());
                caller.Send(MemoryMarshal.AsBytes(answer));
            }
        }

        private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    }
}
