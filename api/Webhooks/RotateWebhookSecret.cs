using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Webhooks;

/// <summary>How the new secret takes the place of the present one.</summary>
public sealed record WebhookSecretRotation
{
    /// <summary>Hours that both sign; 0 when the present one must not be trusted any more.</summary>
    [Range(0, 720, ErrorMessage = "out_of_range")]
    public int OverlapHours { get; init; } = 72;
}

/// <summary>Gives a webhook a new secret.</summary>
public sealed record RotateWebhookSecret(Guid Id, int ExpectedVersion, WebhookSecretRotation Rotation) : ICommand<WebhookWithSecret>, ITakesTurns
{
    string ITakesTurns.Turn => WebhookDirectory.TurnOf(Id);
}

internal sealed class RotateWebhookSecretHandler(WebhookDirectory directory, WebhookVault vault, TimeProvider time) : IRequestHandler<RotateWebhookSecret, WebhookWithSecret>
{
    public async Task<WebhookWithSecret> Handle(RotateWebhookSecret request, CancellationToken cancellationToken)
    {
        var webhook = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        var before = WebhookDirectory.Told(webhook);
        var secret = webhook.Rotate(TimeSpan.FromHours(request.Rotation.OverlapHours), vault, time.Now());
        directory.Note(webhook, before, WebhookDirectory.Told(webhook));
        return new WebhookWithSecret(await directory.Show(webhook, cancellationToken), secret);
    }
}
