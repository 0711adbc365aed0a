using System.Buffers.Binary;
using System.Net.Sockets;

/// <summary>.NET calls this before <c>Main</c> of a process whose DOTNET_STARTUP_HOOKS names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => KediriLapor.Benchmarks.Servers.AllocationProbe.ServeIfAsked();
}

namespace KediriLapor.Benchmarks.Servers
{
    /// <summary>Asks another process how much it has allocated since its start; the process itself needs no code for it.</summary>
    internal sealed class AllocationProbe(string socketPath)
    {
        public const string Setting = "KEDIRILAPOR_BENCH_PROBE";

        /// <summary>Bytes allocated so far, by all threads, background work included.</summary>
        public long Read()
        {
            using var socket = NewSocket();
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            Span<byte> answer = stackalloc byte[sizeof(long)];
            socket.Receive(answer);
            return BinaryPrimitives.ReadInt64LittleEndian(answer);
        }

        public static void ServeIfAsked()
        {
            if (Environment.GetEnvironmentVariable(Setting) is { } socketPath)
            {
                new Thread(() => Serve(socketPath)) { IsBackground = true, Name = "allocation probe" }.Start();
            }
        }

        private static void Serve(string socketPath)
        {
            using var listener = NewSocket();
            listener.Bind(new UnixDomainSocketEndPoint(socketPath));
            listener.Listen();
            Span<byte> answer = stackalloc byte[sizeof(long)];
            while (true)
            {
                using var caller = listener.Accept();
                BinaryPrimitives.WriteInt64LittleEndian(answer, GC.GetTotalAllocatedBytes());
                caller.Send(answer);
            }
        }

        private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    }
}
