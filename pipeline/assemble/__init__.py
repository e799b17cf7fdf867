"""From trees and parts to the contract: values read out, places attached, characters claimed."""
