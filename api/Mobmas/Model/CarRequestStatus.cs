namespace KediriLapor.Mobmas.Model;

/// <summary>Where a request for a car stands.</summary>
public enum CarRequestStatus
{
    /// <summary>Waits for the keeper of the cars.</summary>
    Requested,

    /// <summary>A car is booked.</summary>
    Approved,

    /// <summary>The car is on the road.</summary>
    UnderWay,

    Done,

    Refused,

    Cancelled,

    /// <summary>The car was there and nobody came.</summary>
    NoShow,
}

/// <summary>What the car is for; a closed list, so that the use of the cars can be counted.</summary>
public enum CarPurpose
{
    /// <summary>A visit to a doctor that can be planned: check-up, dialysis, going home from hospital.</summary>
    Health,

    /// <summary>Social activities of the ward and help to people in need.</summary>
    Social,

    Youth,

    Linmas,

    Funeral,

    /// <summary>An office that somebody old or disabled has to go to in person.</summary>
    Errand,

    /// <summary>Never granted: who chooses it is sent to 112.</summary>
    UrgentMedical,
}

/// <summary>How a request came in.</summary>
public enum CarRequestChannel
{
    Web,

    /// <summary>An officer wrote it down for somebody at the counter.</summary>
    Counter,

    Phone112,
}

public enum CarRefusal
{
    /// <summary>No car is free then.</summary>
    NoCar,

    /// <summary>Not what the cars are for.</summary>
    NotCovered,

    /// <summary>It cannot be understood, or nobody answers.</summary>
    Unclear,

    TooFar,

    /// <summary>An emergency after all: 112 has been told.</summary>
    Urgent,

    /// <summary>Its time came and nobody had decided.</summary>
    NotDecided,
}

public enum CarRequestEventKind
{
    Requested,

    /// <summary>Booked, or booked on another car.</summary>
    Approved,

    /// <summary>The kelurahan leaves it to the pool of its kecamatan.</summary>
    LeftToPool,

    Refused,

    Departed,

    Returned,

    Cancelled,

    NoShow,

    /// <summary>The requester put the own contact right.</summary>
    Corrected,

    /// <summary>The requester had the own data erased.</summary>
    Erased,

    /// <summary>The time to keep personal data was over.</summary>
    Anonymised,
}
