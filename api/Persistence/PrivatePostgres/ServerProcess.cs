using System.ComponentModel;
using System.Diagnostics;

namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>The running server, as our child.</summary>
internal sealed class ServerProcess
{
    private const int KeptLines = 5;

    private readonly Process process;
    private readonly Queue<string> lastLines = [];
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => exited.Task.IsCompleted;

    public Task Exited => exited.Task;

    /// <summary>What the server said before its log file was open: why it would not start.</summary>
    public string LastWords
    {
        get
        {
            lock (lastLines)
            {
                return string.Join(' ', lastLines);
            }
        }
    }

    /// <summary>
    /// Starts the server from a thread that lives as long as the server: the kernel sends the death signal when the
    /// forking <em>thread</em> ends, so a thread of the pool would take the database down with it.
    /// </summary>
    public static ServerProcess Start(ProcessStartInfo command)
    {
        command.RedirectStandardError = true;
        var started = new TaskCompletionSource<ServerProcess>();
        new Thread(() => Attend(command, started)) { IsBackground = true, Name = "private PostgreSQL" }.Start();
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Attend(ProcessStartInfo command, TaskCompletionSource<ServerProcess> started)
    {
        ServerProcess server;
        try
        {
            server = new ServerProcess(Process.Start(command)!);
        }
        catch (Win32Exception missing)
        {
            started.SetException(new StartupRefused($"{missing.Message} Install the package util-linux, or set ConnectionStrings:Default."));
            return;
        }
        catch (Exception failure)
        {
            started.SetException(failure);
            return;
        }

        started.SetResult(server);
        server.ReadToEnd();
        server.process.WaitForExit();
        server.exited.SetResult();
    }

    private void ReadToEnd()
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            lock (lastLines)
            {
                lastLines.Enqueue(line);
                if (lastLines.Count > KeptLines)
                {
                    lastLines.Dequeue();
                }
            }
        }
    }
}
