using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Clients;

/// <summary>How the new secret takes the place of the present one.</summary>
public sealed record SecretRotation
{
    public const int OverlapHoursDefault = 72;

    /// <summary>Hours that both secrets open; 0 when the present one must not be used any more.</summary>
    [Range(0, 720, ErrorMessage = "out_of_range")]
    public int OverlapHours { get; init; } = OverlapHoursDefault;
}

/// <summary>Gives a client a new secret.</summary>
public sealed record RotateClientSecret(Guid Id, int ExpectedVersion, SecretRotation Rotation) : ICommand<ClientWithSecret>;

internal sealed class RotateClientSecretHandler(ClientDirectory directory, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<RotateClientSecret, ClientWithSecret>
{
    public async Task<ClientWithSecret> Handle(RotateClientSecret request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var client = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        var secret = client.Rotate(TimeSpan.FromHours(request.Rotation.OverlapHours), actor.Value, now);
        return new ClientWithSecret(ClientItem.Of(client, watch.Current, now), secret);
    }
}
