using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Notifications.WebPush;

public sealed record ShowPushKey : IQuery<PushKey>;

/// <param name="PublicKey">What a browser subscribes for (<c>applicationServerKey</c>), in base64url.</param>
public sealed record PushKey(string PublicKey);

internal sealed class ShowPushKeyHandler(VapidKeys keys) : IRequestHandler<ShowPushKey, PushKey>
{
    public async Task<PushKey> Handle(ShowPushKey request, CancellationToken cancellationToken) => new((await keys.Current(cancellationToken)).PublicKey);
}
