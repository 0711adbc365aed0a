using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Clients;

/// <summary>Takes one secret out of use, and with it the tokens it fetched.</summary>
public sealed record RevokeClientSecret(Guid Id, Guid SecretId, int ExpectedVersion) : ICommand<ClientItem>;

internal sealed class RevokeClientSecretHandler(ClientDirectory directory, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<RevokeClientSecret, ClientItem>
{
    public async Task<ClientItem> Handle(RevokeClientSecret request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var client = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        client.Revoke(request.SecretId, actor.Value, now);
        return ClientItem.Of(client, watch.Current, now);
    }
}
