using Microsoft.AspNetCore.Http.Features;

namespace KediriLapor.Platform;

/// <summary>HEAD is answered as GET is, without the body (RFC 9110, 9.3.2), wherever there is a GET.</summary>
internal static class Head
{
    public static void UseHead(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var (body, aborted) = (http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), http.RequestAborted);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        http.Request.Method = HttpMethods.Get;
        http.RequestAborted = enough.Token;
        http.Response.Body = new Unheard(() => GoesOn(http.Response) ? enough.CancelAsync() : Task.CompletedTask);
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.RequestAborted = aborted;
            http.Features.Set(body);
        }

        if (enough.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
        }
    });

    /// <summary>A stream of events would have no end, and a file would be read to its own, for somebody who hears nothing of it: it ends with its first part.</summary>
    private static bool GoesOn(HttpResponse answer) =>
        answer.ContentLength is null && (answer.Headers.ContentDisposition.Count > 0 || answer.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true);

    /// <summary>Where a body goes that nobody asked for.</summary>
    /// <param name="written">Called when some of it comes.</param>
    private sealed class Unheard(Func<Task> written) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await written();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => written();

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
