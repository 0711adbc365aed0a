using KediriLapor.Mobmas.Model;

namespace KediriLapor.Mobmas;

/// <summary>That no car was free for somebody. It says nothing of the person: it is there to show where a car is missing.</summary>
public sealed class UnmetCarDemand
{
    /// <summary>The <c>Idempotency-Key</c> of the request: who tries again is counted once.</summary>
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string KelurahanCode { get; init; } = "";

    public CarPurpose Purpose { get; init; }

    public DateTimeOffset From { get; init; }

    public DateTimeOffset Until { get; init; }

    public int Passengers { get; init; }
}
